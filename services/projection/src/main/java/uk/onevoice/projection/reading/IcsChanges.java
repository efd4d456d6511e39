package uk.onevoice.projection.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.onevoice.projection.reading.IcsFootprint.Break;
import uk.onevoice.projection.reading.IcsFootprint.Named;

/** The days on which the area of an ICS changed: its ICB followed others, or was followed. */
public final class IcsChanges {
  private IcsChanges() {}

  /** One ICB followed another, or was followed by it. */
  private record Link(LocalDate on, boolean follows, Named other) {}

  public static List<Break> until(LocalDate day, String ics, Snapshot facts) {
    List<Link> links =
        facts.list(
            """
            select s.valid_from, s.organisation_id <> ? as follows, o.organisation_id, o.name
            from succession_fact s
            cross join lateral unnest(
              case when s.organisation_id = ? then s.successors else array[s.organisation_id] end)
              as other (id)
            left join organisation_at(:asOf, :knownAt) o on o.organisation_id = other.id
            where (s.organisation_id = ? or ? = any (s.successors))
              and s.valid_from <= ?
              and s.known_from <= :knownAt and :knownAt < s.known_to
            order by s.valid_from, follows, other.id\
            """,
            row ->
                new Link(
                    row.getObject(1, LocalDate.class),
                    row.getBoolean(2),
                    new Named(row.getString(3), row.getString(4))),
            ics,
            ics,
            ics,
            ics,
            day);
    Map<LocalDate, Break> breaks = new TreeMap<>();
    for (Link link : links) {
      var of = breaks.computeIfAbsent(link.on(), IcsChanges::empty);
      (link.follows() ? of.follows() : of.followedBy()).add(link.other());
    }
    return List.copyOf(breaks.values());
  }

  private static Break empty(LocalDate on) {
    return new Break(on, new ArrayList<>(), new ArrayList<>());
  }
}
