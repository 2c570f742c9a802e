recountPart("en-g0","a1fadc4d",[["Blocks","","blocks.html"],["The data","","data.html"],["How the figures are counted","","methodology.html"],["Strikes","","strikes/index.html"]]);
