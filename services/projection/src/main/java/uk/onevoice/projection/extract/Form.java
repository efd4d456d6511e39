package uk.onevoice.projection.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.table.CsvLine;

/** How rows are written: each a line. */
enum Form {
  /** An object on each line. */
  NDJSON(ExtractResource.NDJSON) {
    @Override
    String heading(List<String> columns) {
      return "";
    }

    @Override
    String line(ObjectMapper json, List<String> columns, List<@Nullable Object> cells) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        row.put(columns.get(i), cells.get(i));
      }
      try {
        return json.writeValueAsString(row) + "\n";
      } catch (JsonProcessingException notJson) {
        throw new IllegalStateException(notJson);
      }
    }
  },
  /** A heading, then a line each. */
  CSV(ExtractResource.CSV) {
    @Override
    String heading(List<String> columns) {
      return CsvLine.of(columns.toArray());
    }

    @Override
    String line(ObjectMapper json, List<String> columns, List<@Nullable Object> cells) {
      return CsvLine.of(new ArrayList<>(cells).toArray());
    }
  };

  private final String type;

  Form(String type) {
    this.type = type;
  }

  String type() {
    return type;
  }

  abstract String heading(List<String> columns);

  abstract String line(ObjectMapper json, List<String> columns, List<@Nullable Object> cells);
}
