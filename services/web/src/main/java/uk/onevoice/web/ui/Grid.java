package uk.onevoice.web.ui;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as a page shows it: the first column names the rows, and on a small screen each row
 * becomes a list.
 */
public record Grid(String caption, List<Column> columns, List<List<Cell>> rows) {
  public Grid {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    int width = columns.size();
    if (rows.stream().anyMatch(row -> row.size() != width)) {
      throw new IllegalArgumentException(
          "A row of the table is not as wide as its head: " + caption);
    }
  }

  public record Column(String text, boolean numeric) {}

  /** A cell; with an address it is a link. */
  public record Cell(String text, @Nullable String href) {
    public Cell(String text) {
      this(text, null);
    }
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Rows and columns exchanged, for when there are too many columns to stand side by side. */
  public Grid transposed() {
    List<Column> heads = new ArrayList<>();
    heads.add(columns.getFirst());
    rows.forEach(row -> heads.add(new Column(row.getFirst().text(), true)));
    List<List<Cell>> turned = new ArrayList<>();
    for (int i = 1; i < columns.size(); i++) {
      List<Cell> row = new ArrayList<>();
      row.add(new Cell(columns.get(i).text()));
      for (List<Cell> old : rows) {
        row.add(old.get(i));
      }
      turned.add(row);
    }
    return new Grid(caption, heads, turned);
  }
}
