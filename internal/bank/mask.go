package bank

import "unicode/utf8"

// Mask hides all of s but its last two characters behind "***", in a way that
// does not tell how long s is: "ABCDE1234F" becomes "***4F". A shorter s shows
// what there is.
func Mask(s string) string {
	start := len(s)
	for range 2 {
		_, size := utf8.DecodeLastRuneInString(s[:start])
		start -= size
	}
	return "***" + s[start:]
}
