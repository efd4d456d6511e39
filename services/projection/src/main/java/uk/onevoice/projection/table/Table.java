package uk.onevoice.projection.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.Snapshot;

/** What a warehouse takes over: always the same columns, and rows in an order that stays. */
public interface Table {
  /** Names of the columns; one that is added comes last. */
  List<String> columns();

  /** What is told of the day that the facts are asked about, by key. */
  List<Row> rows(Snapshot facts);

  /**
   * @param key by which the rows of a day are in order, each with another one
   * @param cells one for each column: words, numbers, days or moments; null is not known
   */
  record Row(String key, List<@Nullable Object> cells) {
    public static Row of(String key, @Nullable Object... cells) {
      List<@Nullable Object> all = new ArrayList<>();
      for (Object cell : cells) {
        all.add(cell);
      }
      return new Row(key, all);
    }
  }
}
