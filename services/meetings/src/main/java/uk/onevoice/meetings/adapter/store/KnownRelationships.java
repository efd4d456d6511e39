package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import uk.onevoice.kernel.Period;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.Underpinning.Kept;

/** Asks this service's copy of since when and until when general practice kept in touch. */
@ApplicationScoped
public class KnownRelationships {
  private final DataSource database;

  KnownRelationships(DataSource database) {
    this.database = database;
  }

  /** All of the place that there ever were for a day, with those that are over. */
  public List<Kept> ofPlace(PlaceId place) {
    return Query.all(
        database,
        "The copy of relationships",
        """
        select slot.organisation_id, slot."from", slot.until, held."from", held.until
        from known_slot_spell slot
        join known_relationship_spell held on held.slot_id = slot.slot_id
        where slot.place_id = ?
          -- One that is said to have ended before it was entered was live on no day.
          and (slot.until is null or slot.until > slot."from")
          and (held.until is null or held.until > held."from")\
        """,
        row ->
            new Kept(
                new OrganisationId(row.getString(1)),
                new Period(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)),
                new Period(row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class))),
        place.value());
  }
}
