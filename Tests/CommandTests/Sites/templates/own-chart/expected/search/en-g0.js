recountPart("en-g0","44e8c3c5",[["Blocks","","blocks.html"],["The data","","data.html"],["How the figures are counted","","methodology.html"],["Strikes","","strikes/index.html"]]);
