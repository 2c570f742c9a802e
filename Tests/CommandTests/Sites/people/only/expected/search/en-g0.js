recountPart("en-g0","736ca7a4",[["The data","","data.html"],["How the figures are counted","","methodology.html"],["Numbers","","numbers.html"],["The people","","victims.html"]]);
