package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;

/** Asks this service's copy of what two people have promised each other; never for the words. */
@ApplicationScoped
public class KnownCommitments {
  private final DataSource database;

  KnownCommitments(DataSource database) {
    this.database = database;
  }

  /**
   * What is still open between general practice of a place and an organisation.
   *
   * @param ours what general practice owes
   * @param theirs what the organisation owes
   */
  public record Promised(Owed ours, Owed theirs) {
    public static final Promised NONE = new Promised(Owed.NOTHING, Owed.NOTHING);
  }

  /**
   * What one side owes.
   *
   * @param open how many promises are neither settled nor withdrawn
   * @param overdue how many of them were due before today
   * @param firstDue the earliest day; null where nothing is open
   */
  public record Owed(int open, int overdue, @Nullable LocalDate firstDue) {
    static final Owed NOTHING = new Owed(0, 0, null);
  }

  private record Row(OrganisationId organisation, boolean ours, Owed owed) {}

  /** Over all slots of the place for each organisation; those with nothing open are left out. */
  public Map<OrganisationId, Promised> ofPlace(PlaceId place, LocalDate today) {
    var promised = new HashMap<OrganisationId, Promised>();
    Query.all(
            database,
            "The copy of promises",
            """
            select slot.organisation_id, promise.ours, count(*),
              count(*) filter (where promise.due < ?), min(promise.due)
            from known_commitment promise join known_slot slot on slot.slot_id = promise.slot_id
            where slot.place_id = ? and not promise.over
            group by slot.organisation_id, promise.ours\
            """,
            row ->
                new Row(
                    new OrganisationId(row.getString(1)),
                    row.getBoolean(2),
                    new Owed(row.getInt(3), row.getInt(4), row.getObject(5, LocalDate.class))),
            today,
            place.value())
        .forEach(row ->
            promised.merge(
                row.organisation(),
                row.ours()
                    ? new Promised(row.owed(), Owed.NOTHING)
                    : new Promised(Owed.NOTHING, row.owed()),
                (one, other) ->
                    new Promised(
                        one.ours().open() > 0 ? one.ours() : other.ours(),
                        one.theirs().open() > 0 ? one.theirs() : other.theirs())));
    return promised;
  }
}
