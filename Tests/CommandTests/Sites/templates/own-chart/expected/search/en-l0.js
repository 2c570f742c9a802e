recountPart("en-l0","44e8c3c5",{"0":["North <bank>","2 strikes","tables/places.html#p-id-north-bank-f19d8ead"],"2":["South","1 strike","tables/places.html#p-South"]});
