recountPart("en-l0","eb5a9ea2",{"0":["Al Badou","1 strike","tables/places.html#p-id-al-badou-9610c06a"],"1":["Al Sabahiya","1 strike","tables/places.html#p-id-al-sabahiya-b11bc183"]});
