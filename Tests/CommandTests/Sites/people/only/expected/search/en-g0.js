recountPart("en-g0","db411046",[["The data","","data.html"],["How the figures are counted","","methodology.html"],["Numbers","","numbers.html"],["The people","","victims.html"]]);
