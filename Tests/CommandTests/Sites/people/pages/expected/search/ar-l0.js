recountPart("ar-l0","7b8eb76d",{"0":["North Market","غارة واحدة","tables/places.html#p-id-north-market-576574e3"]});
