recountPart("t0","1b802fb1",{"are":"#","counted":"#","data":"!","figures":"#","how":"#","strikes":"$","the":"!!"});
