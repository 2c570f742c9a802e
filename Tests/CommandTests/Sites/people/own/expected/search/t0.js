recountPart("t0","0751881f",{"a":"!","are":")","b":"#","c":"$","counted":")","d":"%","data":"(","e":"&","figures":")","how":")","invented":"!~&","people":"*","reporter":"!~&","the":"(!!"});
