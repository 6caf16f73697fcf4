package virtualaccounts

import "github.com/sandbank/sandbank/internal/engine"

// Create answers createVirtualAccounts.
func Create(t *engine.Turn) (engine.Reply, error) {
	return each(t, "virtualAccounts", "created", func(b *batch, it item) (*failure, error) {
		if account(t, it.number) != nil {
			return numberTaken, nil
		}
		row := map[string]any{
			"virtualAccountNumber": it.number, "physicalAccountNumber": b.physical,
			"clientName": it.members["clientName"], "status": active, "createdAt": instant(t.Now()),
		}
		if last := it.members["validTo"]; last != nil {
			row["validTo"] = last
		}
		return nil, t.Do(engine.Step{Kind: "insert", Table: accounts, Row: row})
	})
}

// Modify answers modifyVirtualAccounts.
func Modify(t *engine.Turn) (engine.Reply, error) {
	return each(t, "virtualAccounts", "modified", func(b *batch, it item) (*failure, error) {
		now, why := b.present(it)
		if why != nil {
			return why, nil
		}
		changed := map[string]any{}
		for _, name := range []string{"clientName", "validTo"} {
			if v, given := it.members[name]; given && v != now[name] {
				changed[name] = v
			}
		}
		if len(changed) == 0 {
			return noChange, nil
		}
		changed["modifiedAt"] = instant(t.Now())
		return nil, put(t, accounts, "virtualAccountNumber", it.number, changed)
	})
}

// Delete answers deleteVirtualAccounts.
func Delete(t *engine.Turn) (engine.Reply, error) {
	return each(t, "virtualAccountNumbers", "deleted", func(b *batch, it item) (*failure, error) {
		if _, why := b.present(it); why != nil {
			return why, nil
		}
		return nil, put(t, accounts, "virtualAccountNumber", it.number, map[string]any{"status": deleted, "deletedAt": instant(t.Now())})
	})
}

// present gives the row of an item's virtual account, which is under the call's physical account and not deleted.
func (b *batch) present(it item) (map[string]any, *failure) {
	row := account(b.turn, it.number)
	switch {
	case row == nil || row["physicalAccountNumber"] != b.physical:
		return nil, accountUnknown
	case row["status"] == deleted:
		return nil, accountDeleted
	}
	return row, nil
}

// account gives the row of a virtual account, nil when there is none.
func account(t *engine.Turn, number string) map[string]any {
	return t.Row(accounts, map[string]any{"virtualAccountNumber": number})
}
