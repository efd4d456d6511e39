package uk.onevoice.mandates.adapter.http;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decision;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.domain.Answer;
import uk.onevoice.mandates.domain.ConsentCommand.Given;
import uk.onevoice.mandates.domain.ConsentCommand.Respond;
import uk.onevoice.mandates.domain.Electorate;
import uk.onevoice.mandates.domain.Mandate;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.MandateEvent;
import uk.onevoice.mandates.domain.MandateRejection;
import uk.onevoice.mandates.domain.Manner;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.Version;
import uk.onevoice.service.command.Today;
import uk.onevoice.vault.TypedWords;

/** Reads a table of answers, as people keep them in a spreadsheet. */
@ApplicationScoped
class AnswerTables {
  private static final int MOST_ROWS = 500;
  private static final Map<String, Answer> WORDS =
      Map.of(
          "yes", Answer.GRANT,
          "grant", Answer.GRANT,
          "condition", Answer.CONDITIONAL,
          "conditional", Answer.CONDITIONAL,
          "no", Answer.DECLINE,
          "decline", Answer.DECLINE,
          "withdraw", Answer.WITHDRAW);

  private final MandateDesk desk;
  private final Registry registry;
  private final Today today;

  AnswerTables(MandateDesk desk, Registry registry, Today today) {
    this.desk = desk;
    this.registry = registry;
    this.today = today;
  }

  record Row(int row, PracticeId practiceId, Answer answer, LocalDate on, @Nullable String words) {}

  record Rows(List<Row> rows, List<RowError> errors) {
    Rows {
      rows = List.copyOf(rows);
      errors = List.copyOf(errors);
    }
  }

  record RowError(int row, String message) {}

  /** What a row would do. */
  enum Effect {
    NEW,
    CHANGES,
    SAME
  }

  record PreviewRow(int row, PracticeId practiceId, Answer answer, LocalDate on, Effect effect) {}

  /**
   * @param silent practices of the place that would still not have answered
   */
  record Preview(List<PreviewRow> rows, List<RowError> errors, int silent) {}

  /** The rows that can be read, and what is wrong with the others. */
  Rows rows(String csv) {
    List<Row> rows = new ArrayList<>();
    List<RowError> errors = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().skipEmptyLines(true).ofCsvRecord(csv)) {
      @Nullable List<String> head = null;
      int number = 0;
      for (CsvRecord line : reader) {
        number++;
        if (head == null) {
          head = line.getFields().stream().map(AnswerTables::plain).toList();
          if (!head.contains("practice") || !head.contains("answer")) {
            return new Rows(
                List.of(), List.of(new RowError(1, "must name the columns practice and answer")));
          }
        } else if (number > MOST_ROWS + 1) {
          errors.add(new RowError(number, "a table has " + MOST_ROWS + " rows at most"));
          break;
        } else {
          read(number, head, line.getFields(), rows, errors);
        }
      }
      if (head == null) {
        errors.add(new RowError(1, "the table is empty"));
      }
    } catch (CsvParseException broken) {
      errors.add(new RowError(1, "the table breaks off: a quotation mark is not closed"));
    } catch (java.io.IOException cause) {
      throw new java.io.UncheckedIOException(cause);
    }
    return new Rows(rows, errors);
  }

  private void read(
      int number, List<String> head, List<String> cells, List<Row> rows, List<RowError> errors) {
    String practice = cell("practice", head, cells).toUpperCase(Locale.ROOT);
    @Nullable Answer answer = WORDS.get(cell("answer", head, cells).toLowerCase(Locale.ROOT));
    String day = cell("on", head, cells);
    String said = cell("words", head, cells);
    if (answer == null) {
      errors.add(new RowError(number, "answer must be GRANT, CONDITIONAL, DECLINE or WITHDRAW"));
      return;
    }
    if (said.length() > TypedWords.MIDDLE) {
      errors.add(new RowError(number, "words has " + TypedWords.MIDDLE + " characters at most"));
      return;
    }
    try {
      LocalDate on = day.isEmpty() ? today.get() : LocalDate.parse(day);
      rows.add(new Row(number, new PracticeId(practice), answer, on, said.isEmpty() ? null : said));
    } catch (DateTimeParseException noDay) {
      errors.add(new RowError(number, "on must be a date as 2026-11-30"));
    } catch (IllegalArgumentException noCode) {
      errors.add(new RowError(number, "practice must be an ODS code"));
    }
  }

  private static String cell(String column, List<String> head, List<String> cells) {
    int index = head.indexOf(column);
    return index < 0 || index >= cells.size() ? "" : cells.get(index).strip();
  }

  private static String plain(String heading) {
    return heading.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
  }

  /** What the rows would do, by the rules themselves. */
  Preview preview(String csv, @Nullable Integer version, Opened mandate) {
    Rows read = rows(csv);
    List<PreviewRow> rows = new ArrayList<>();
    List<RowError> errors = new ArrayList<>(read.errors());
    Electorate electorate = desk.electorate(mandate);
    Mandate now = mandate;
    for (Row row : read.rows()) {
      @Nullable UUID said = row.words() == null ? null : new UUID(0, row.row());
      var decision =
          Mandate.decide(
              new Respond(
                  mandate.id(),
                  List.of(
                      new Given(
                          row.practiceId(),
                          registry.belonging(row.practiceId(), row.on()),
                          true,
                          row.answer(),
                          row.on(),
                          said)),
                  version,
                  Manner.ONLINE,
                  today.get(),
                  electorate),
              now);
      switch (decision) {
        case Decision.Rejected<MandateEvent, MandateRejection>(var why) ->
            errors.add(new RowError(row.row(), MandateProblems.inWords(why)));
        case Decision.Accepted<MandateEvent, MandateRejection>(var events) -> {
          rows.add(
              new PreviewRow(
                  row.row(),
                  row.practiceId(),
                  row.answer(),
                  row.on(),
                  events.isEmpty()
                      ? Effect.SAME
                      : hasAnswered(row.practiceId(), version, mandate)
                          ? Effect.CHANGES
                          : Effect.NEW));
          now = Mandate.DECIDER.fold(now, events);
        }
      }
    }
    Version after = ((Opened) now).newest();
    int silent =
        (int)
            after.asked(electorate).practices().stream()
                .filter(practice -> !after.answers().containsKey(practice))
                .count();
    return new Preview(List.copyOf(rows), List.copyOf(errors), silent);
  }

  private static boolean hasAnswered(
      PracticeId practice, @Nullable Integer version, Opened mandate) {
    return (version == null ? Optional.of(mandate.newest()) : mandate.numbered(version))
        .filter(each -> each.answers().containsKey(practice))
        .isPresent();
  }
}
