// Tests of how sites begin.
