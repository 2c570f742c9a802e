recountPart("en-l0","219eac6a",{"0":["Sample Square","1 strike","tables/places.html#p-id-sample-square-1943eee9"],"1":["Sample Street","1 strike","tables/places.html#p-id-sample-street-e8224669"]});
