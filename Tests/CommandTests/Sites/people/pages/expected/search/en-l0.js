recountPart("en-l0","7b8eb76d",{"0":["North Market","1 strike","tables/places.html#p-id-north-market-576574e3"]});
