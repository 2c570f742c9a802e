recountPart("t0","7469a6cf",{"a":"!","are":")","b":"#","c":"$","counted":")","d":"%","data":"(","e":"&","figures":")","how":")","invented":"!~&","people":"*","reporter":"!~&","the":"(!!"});
