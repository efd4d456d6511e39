package uk.onevoice.organisations.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Column names of a table, however they are written, and where each is. */
record Header(Map<String, Integer> columns) {
  static Header of(List<String> cells) {
    var columns = new HashMap<String, Integer>();
    for (int column = 0; column < cells.size(); column++) {
      columns.putIfAbsent(
          cells.get(column).strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_"), column);
    }
    return new Header(Map.copyOf(columns));
  }

  boolean has(String... names) {
    for (var name : names) {
      if (columns.containsKey(name)) {
        return true;
      }
    }
    return false;
  }

  /** Where the first of these names is that the table has; -1 where it has none. */
  int at(String... names) {
    for (var name : names) {
      var column = columns.get(name);
      if (column != null) {
        return column;
      }
    }
    return -1;
  }

  int width() {
    return columns.size();
  }
}
