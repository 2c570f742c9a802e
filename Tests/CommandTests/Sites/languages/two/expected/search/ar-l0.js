recountPart("ar-l0","219eac6a",{"0":["ساحة العيّنة","غارة واحدة","tables/places.html#p-id--f0c49df6"],"1":["Sample Street","غارة واحدة","tables/places.html#p-id-sample-street-e8224669"]});
