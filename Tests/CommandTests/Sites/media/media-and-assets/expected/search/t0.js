recountPart("t0",{"06":" !","08":" !","2017":" !","8":" !","a":"#","a1":"!","are":"%","counted":"%","data":"$","figures":"%","folder":"#","how":"%","in":"#","june":" !","strikes":"&","the":"$!"});
