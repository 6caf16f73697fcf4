package e2e_test
import ("testing";"time")
func TestZZ(t *testing.T){
 for _,v:=range validBodies(t){ if n:=len(encode(t,v.body)); n>3000 {t.Log(v.operation.ID,v.name,n)} }
 a:=time.Now(); l,_:=brokenBodies(t); t.Log(len(l), time.Since(a))
 k:=map[string]int{}; for _,b:=range l {k[b.kind]++}; t.Log(k)
 sz:=0; for _,b:=range l {sz+=len(encode(t,b.from.body))}; t.Log(sz/len(l))
}
