recountPart("en-l0","a1fadc4d",{"0":["North <bank>","2 strikes","tables/places.html#p-id-north-bank-f19d8ead"],"2":["South","1 strike","tables/places.html#p-South"]});
