/// What is told about the example of each rule of decoding, by the rule’s public name.
enum DecodingExpectations {}
