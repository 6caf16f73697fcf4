package portal

import "context"

// Overlays lists the scenario files of the caller's organisation, without their texts, by API and name.
func (s *Service) Overlays(ctx context.Context, by Actor, f OverlayFilter, cursor string, limit int) ([]Overlay, string, error) {
	if err := by.inOrganisation(); err != nil {
		return nil, "", err
	}
	f.Organisation = by.Organisation
	return s.listOverlays(ctx, f, cursor, limit)
}

// BankOverlays lists the scenario files of all organisations, or of one, for the bank's staff.
func (s *Service) BankOverlays(ctx context.Context, by Actor, f OverlayFilter, cursor string, limit int) ([]Overlay, string, error) {
	if err := by.staff(); err != nil {
		return nil, "", err
	}
	list, next, err := s.listOverlays(ctx, f, cursor, limit)
	if err != nil {
		return nil, "", err
	}
	err = s.store.View(ctx, func(tx Tx) (err error) {
		name := organisationNames(tx)
		for i := range list {
			if list[i].OrganisationName, err = name(ctx, list[i].Organisation); err != nil {
				return err
			}
		}
		return nil
	})
	return list, next, err
}

func (s *Service) listOverlays(ctx context.Context, f OverlayFilter, cursor string, limit int) (list []Overlay, next string, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		if list, err = tx.Overlays(ctx, f); err != nil {
			return err
		}
		list, next, err = pageAfter(list, cursor, limit, func(o Overlay) string { return o.ID })
		return err
	})
	return list, next, err
}

// Overlay gives a scenario file of the caller's organisation in its latest version.
func (s *Service) Overlay(ctx context.Context, by Actor, id string) (o Overlay, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		o, err = ownOverlay(ctx, tx, by, id)
		return err
	})
	return o, err
}

// OverlayVersion gives one version of a scenario file of the caller's organisation.
func (s *Service) OverlayVersion(ctx context.Context, by Actor, id string, number int64) (v OverlayVersion, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		o, err := ownOverlay(ctx, tx, by, id)
		if err != nil {
			return err
		}
		v, err = tx.OverlayVersion(ctx, o.ID, number)
		return err
	})
	return v, err
}

// OverlayEditions lists whose overlays have changed after an edition.
func (s *Service) OverlayEditions(ctx context.Context, after int64) (list []OverlayEdition, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		list, err = tx.OverlayEditions(ctx, after)
		return err
	})
	return list, err
}

// OverlayFiles lists the files that speak in the sandboxes of an organisation, or of everybody where that is "".
func (s *Service) OverlayFiles(ctx context.Context, organisation string) (list []OverlayFile, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		list, err = tx.OverlayFiles(ctx, organisation)
		return err
	})
	return list, err
}

// OrganisationOf gives the organisation of an application; "" for what is none.
func (s *Service) OrganisationOf(ctx context.Context, application string) (organisation string, err error) {
	err = s.store.View(ctx, func(tx Tx) error {
		a, err := tx.Application(ctx, application)
		if notFound(err) {
			return nil
		}
		organisation = a.Organisation
		return err
	})
	return organisation, err
}
