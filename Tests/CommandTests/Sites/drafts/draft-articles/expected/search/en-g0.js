recountPart("en-g0","81becfcc",[["The data","","data.html"],["How the figures are counted","","methodology.html"],["Published","","out.html"],["Strikes","","strikes/index.html"]]);
