package uk.onevoice.projection.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import uk.onevoice.projection.paper.Paper.Cell;
import uk.onevoice.projection.paper.Paper.Column;
import uk.onevoice.projection.paper.Paper.Section;

/** That everybody can read it, says veraPDF; that it is one page with all of it, PDFBox. */
class PdfTest {
  @BeforeAll
  static void checker() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 36})
  void it_is_one_page_of_a4_that_everybody_can_read(int rows) throws Exception {
    byte[] pdf = Pdf.of(paper("Beds & <b>wards</b> – ü", rows));
    assertThat(failures(pdf)).isEmpty();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      PDRectangle page = document.getPage(0).getMediaBox();
      assertThat((double) page.getWidth()).isBetween(595.0, 596.0);
      assertThat((double) page.getHeight()).isBetween(841.0, 842.5);
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("A title");
      var catalogue = document.getDocumentCatalog();
      assertThat(catalogue.getLanguage()).isEqualTo("en-GB");
      assertThat(catalogue.getMarkInfo().isMarked()).isTrue();
      assertThat(catalogue.getViewerPreferences().displayDocTitle()).isTrue();
      List<String> tags = tags(document);
      assertThat(tags).contains("H1", "H2", "Table", "THead", "TBody", "TD");
      assertThat(tags.stream().filter("TH"::equals)).as("columns and rows").hasSize(2 + rows);
      String text = new PDFTextStripper().getText(document);
      assertThat(text).contains("A title", "The answer", "Beds & <b>wards</b> – ü", "38 of 45");
      assertThat(text.lines().filter(line -> line.contains("38 of 45"))).hasSize(rows);
    }
  }

  @Test
  void what_no_font_of_it_knows_does_not_stop_it() throws Exception {
    assertThat(failures(Pdf.of(paper("Beds \uD83D\uDE00 \u4E2D", 1)))).isEmpty();
  }

  private static Paper paper(String words, int rows) {
    List<List<Cell>> cells = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      cells.add(List.of(new Cell(words), new Cell("38 of 45", 84)));
    }
    return new Paper(
        "A title",
        "The answer.",
        "As on 26 November 2026.",
        List.of(
            new Section(
                "A table",
                "A note.",
                List.of(new Column("What", 50), new Column("How many", 50)),
                cells),
            new Section("Nothing", "There is none.", List.of(), List.of())),
        List.of("How to read it."));
  }

  private static List<String> failures(byte[] pdf) throws Exception {
    try (var parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
        var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      ValidationResult result = validator.validate(parser);
      return result.getTestAssertions().stream()
          .map(failed -> failed.getRuleId() + " " + failed.getMessage())
          .distinct()
          .toList();
    }
  }

  private static List<String> tags(PDDocument document) throws IOException {
    List<String> tags = new ArrayList<>();
    collect(
        document.getDocumentCatalog().getStructureTreeRoot().getCOSObject().getItem(COSName.K),
        tags);
    return tags;
  }

  private static void collect(COSBase node, List<String> tags) {
    switch (node) {
      case COSObject reference -> collect(reference.getObject(), tags);
      case COSArray several -> several.forEach(each -> collect(each, tags));
      case COSDictionary element -> {
        if (element.getCOSName(COSName.S) != null) {
          tags.add(element.getCOSName(COSName.S).getName());
          if (element.containsKey(COSName.K)) {
            collect(element.getItem(COSName.K), tags);
          }
        }
      }
      default -> {
        // What is marked on the page, by its number.
      }
    }
  }
}
