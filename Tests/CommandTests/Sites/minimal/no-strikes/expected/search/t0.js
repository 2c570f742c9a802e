recountPart("t0",{"are":"#","counted":"#","data":"!","figures":"#","how":"#","strikes":"$","the":"!!"});
