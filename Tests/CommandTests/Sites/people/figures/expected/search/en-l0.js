recountPart("en-l0","32a6b45a",{"0":["North Market","1 strike","tables/places.html#p-id-north-market-576574e3"],"1":["South Bridge","1 strike","tables/places.html#p-id-south-bridge-fd182c2c"]});
