package bank_test

import (
	"testing"

	"github.com/sandbank/sandbank/internal/bank"
)

func TestMaskShowsTheLastTwoCharacters(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"ABCDE1234F", "***4F"}, {"9876543210", "***10"}, {"abc", "***bc"}, {"ab", "***ab"}, {"a", "***a"}, {"", "***"},
		{"मुंबई", "***बई"}, {"x\U0001F3E6é", "***\U0001F3E6é"}, {"ab\xff\xfe", "***\xff\xfe"},
	} {
		if got := bank.Mask(c.in); got != c.want {
			t.Errorf("Mask(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}
