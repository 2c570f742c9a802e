recountPart("t0",{"a":"!","are":")","b":"#","c":"$","counted":")","d":"%","data":"(","e":"&","figures":")","how":")","invented":"!~&","people":"*","reporter":"!~&","the":"(!!"});
