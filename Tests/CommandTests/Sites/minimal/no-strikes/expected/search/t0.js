recountPart("t0","6823e421",{"are":"#","counted":"#","data":"!","figures":"#","how":"#","strikes":"$","the":"!!"});
