package uk.onevoice.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A topic or a forum of an ICS's own list.
 *
 * @param ics the ODS code of the ICB
 * @param end first day on which it is no longer used; null while it is
 * @param mergedInto what is meant from that day on, null where it was not merged
 * @param splitInto what may be meant from that day on, empty where it was not split
 * @param names what it has been called, by the day from which
 */
public record ListEntry(
    UUID id,
    OrganisationId ics,
    LocalDate start,
    @Nullable LocalDate end,
    @Nullable UUID mergedInto,
    List<UUID> splitInto,
    SortedMap<LocalDate, String> names) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public ListEntry {
    splitInto = List.copyOf(splitInto);
    names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
  }

  public boolean openOn(LocalDate day) {
    return !day.isBefore(start) && (end == null || day.isBefore(end));
  }

  /** What it is called now. */
  public String label() {
    return Objects.requireNonNull(names.get(names.lastKey()));
  }

  /** What it was called on this day. */
  public String labelOn(LocalDate day) {
    var until = names.headMap(day.plusDays(1));
    return Objects.requireNonNull(
        names.get(until.isEmpty() ? names.firstKey() : until.lastKey()));
  }

  @Nullable UUID successorOn(LocalDate day) {
    return end == null || day.isBefore(end) ? null : mergedInto;
  }

  static ListEntry of(ResultSet row) throws SQLException {
    var parts = row.getArray(6);
    return new ListEntry(
        row.getObject(1, UUID.class),
        new OrganisationId(row.getString(2)),
        row.getObject(3, LocalDate.class),
        row.getObject(4, LocalDate.class),
        row.getObject(5, UUID.class),
        parts == null ? List.of() : List.of((UUID[]) parts.getArray()),
        names(row.getString(7)));
  }

  private static SortedMap<LocalDate, String> names(String json) {
    try {
      var names = new TreeMap<LocalDate, String>();
      JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {})
          .forEach((from, name) -> names.put(LocalDate.parse(from), name));
      return names;
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException("The names of an entry cannot be read.", cause);
    }
  }
}
