recountPart("en-g0",[["The data","","data.html"],["How the figures are counted","","methodology.html"],["Numbers","","numbers.html"],["The people","","victims.html"]]);
