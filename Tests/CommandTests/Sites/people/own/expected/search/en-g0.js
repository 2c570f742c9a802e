recountPart("en-g0","0751881f",[["The data","","data.html"],["How the figures are counted","","methodology.html"],["The people","","victims.html"]]);
