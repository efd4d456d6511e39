package uk.onevoice.organisations.imports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import uk.onevoice.kernel.OdsCode;

/** Tells official tables apart by what is in them; names of files say nothing. */
final class Layouts {
  private static final int TRUST_NAME = 1;
  private static final int PURCHASER = 23;

  private Layouts() {}

  /**
   * @param sample the first rows of a table
   */
  static Optional<Layout> recognise(List<Row> sample) {
    if (sample.isEmpty()) {
      return Optional.empty();
    }
    var header = Header.of(sample.getFirst().cells());
    if (PracticeMapLayout.fits(header)) {
      return Optional.of(new PracticeMapLayout(header));
    }
    if (ListSizeLayout.fits(header)) {
      return Optional.of(new ListSizeLayout(header));
    }
    if (SuccessionLayout.fits(header)) {
      return Optional.of(new SuccessionLayout(header));
    }
    if (CouncilLayout.fits(header)) {
      return Optional.of(new CouncilLayout(header));
    }
    return byShape(sample);
  }

  private static Optional<Layout> byShape(List<Row> sample) {
    boolean hasHeader = !OdsCode.isValid(sample.getFirst().text(0));
    var rows = hasHeader ? sample.subList(1, sample.size()) : sample;
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    if (most(rows, Layouts::looksLikePcnPartner)) {
      return Optional.of(new PcnPartnerLayout(hasHeader));
    }
    if (most(rows, Layouts::looksLikePcn)) {
      return Optional.of(new PcnLayout(hasHeader));
    }
    if (hasHeader || !most(rows, Layouts::looksLikeOds)) {
      return Optional.empty();
    }
    if (most(rows, row -> !row.text(PrescriberLayout.STATUS).isEmpty())) {
      return Optional.of(new PrescriberLayout());
    }
    boolean trusts =
        most(rows, row -> !row.text(PURCHASER).isEmpty())
            || most(rows, row -> row.text(TRUST_NAME).toUpperCase(Locale.ROOT).contains("TRUST"));
    return Optional.of(trusts ? new TrustLayout() : new SubIcbLayout());
  }

  private static boolean looksLikePcnPartner(Row row) {
    return row.width() == PcnPartnerLayout.COLUMNS
        && OdsCode.isValid(row.text(0))
        && isDate(row, PcnPartnerLayout.STARTED);
  }

  private static boolean looksLikePcn(Row row) {
    return row.width() == PcnLayout.COLUMNS && OdsCode.isValid(row.text(0)) && isDate(row, 4);
  }

  private static boolean looksLikeOds(Row row) {
    return row.width() == PrescriberLayout.COLUMNS
        && OdsCode.isValid(row.text(0))
        && isDate(row, 10);
  }

  private static boolean isDate(Row row, int column) {
    return OfficialDate.parse(row.text(column)).isPresent();
  }

  private static boolean most(List<Row> rows, Predicate<Row> test) {
    return rows.stream().filter(test).count() * 2 > rows.size();
  }
}
