package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.List;
import uk.onevoice.web.api.Places.FederationShare;
import uk.onevoice.web.api.Places.OfFederation;
import uk.onevoice.web.api.Places.Part;
import uk.onevoice.web.api.Places.Patients;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Words;

/** The share of an area that is in a federation, in words and as a table. */
record ShareWords(String sentence, String fresh, Grid table, String evidence) {
  static String name(FederationShare share) {
    return share.name() == null ? share.areaId() : share.name();
  }

  static ShareWords of(FederationShare share) {
    Part any = share.any();
    if (any == null) {
      return new ShareWords(
          "Nothing is known of practices of " + name(share) + " on this day.",
          "As on " + Words.day(share.asOf()) + ".",
          table(List.of()),
          "");
    }
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row(new Cell("In any federation"), any));
    share.federations().forEach(each -> rows.add(row(federation(each), each.share())));
    return new ShareWords(
        sentence(any),
        StructureSentences.fresh(
            share.asOf(),
            share.listSizeMonth(),
            any.practices().denominator(),
            any.patients() == null
                ? any.practices().denominator()
                : any.patients().practicesWithoutListSize()),
        table(rows),
        share.federations().size() > 1
            ? "A practice in several federations counts once in any of them, and once in each."
            : "Practices are those in the latest list of practices with patients.");
  }

  static String sentence(Part any) {
    String practices =
        Words.number(any.practices().numerator())
            + " of "
            + Words.count(any.practices().denominator(), "practice", "practices")
            + (any.practices().numerator() == 1 ? " is" : " are")
            + " in a federation ("
            + Words.percent(any.practices().numerator(), any.practices().denominator())
            + ")";
    Patients patients = any.patients();
    return patients == null || patients.denominator() == 0
        ? practices + "; of their patients nothing is known."
        : practices
            + ", with "
            + Words.percent(patients.numerator(), patients.denominator())
            + " of the patients.";
  }

  private static Cell federation(OfFederation each) {
    return new Cell(
        each.name() == null ? each.organisationId() : each.name(),
        "/organisations/" + Segment.of(each.organisationId()));
  }

  private static List<Cell> row(Cell what, Part part) {
    Patients patients = part.patients();
    if (patients != null && patients.denominator() == 0) {
      patients = null;
    }
    return List.of(
        what,
        new Cell(of(part.practices().numerator(), part.practices().denominator())),
        new Cell(Words.percent(part.practices().numerator(), part.practices().denominator())),
        new Cell(patients == null ? "not known" : of(patients.numerator(), patients.denominator())),
        new Cell(
            patients == null
                ? "not known"
                : Words.percent(patients.numerator(), patients.denominator())),
        new Cell(Words.number(part.practicesWithoutListSize())));
  }

  private static String of(Number part, Number whole) {
    return Words.number(part) + " of " + Words.number(whole);
  }

  private static Grid table(List<List<Cell>> rows) {
    return new Grid(
        "Practices and patients in federations",
        List.of(
            new Column("Federation", false),
            new Column("Practices", true),
            new Column("Share", true),
            new Column("Patients", true),
            new Column("Share of patients", true),
            new Column("Practices without a list size", true)),
        rows);
  }
}
