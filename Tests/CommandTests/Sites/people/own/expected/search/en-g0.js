recountPart("en-g0","7469a6cf",[["The data","","data.html"],["How the figures are counted","","methodology.html"],["The people","","victims.html"]]);
