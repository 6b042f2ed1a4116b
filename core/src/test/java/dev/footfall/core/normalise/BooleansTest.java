package dev.footfall.core.normalise;

import static dev.footfall.core.normalise.Booleans.Flag.BLANK;
import static dev.footfall.core.normalise.Booleans.Flag.FALSE;
import static dev.footfall.core.normalise.Booleans.Flag.TRUE;
import static dev.footfall.core.normalise.Booleans.Flag.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.LongColumn;
import dev.footfall.core.source.RealColumn;
import dev.footfall.core.source.Text;
import org.junit.jupiter.api.Test;

class BooleansTest {
  @Test
  void flag_is_read_in_any_case() {
    for (String yes : new String[] {"true", "T", "Yes", "y", "1", " TRUE "}) {
      assertThat(Booleans.read(Text.of(yes))).as(yes).isEqualTo(TRUE);
    }
    for (String no : new String[] {"false", "F", "No", "n", "0"}) {
      assertThat(Booleans.read(Text.of(no))).as(no).isEqualTo(FALSE);
    }
    for (String blank : new String[] {"", " ", "\u00A0"}) {
      assertThat(Booleans.read(Text.of(blank))).isEqualTo(BLANK);
    }
    for (String other : new String[] {"maybe", "2", "on", "null", "yess", "\u0131"}) {
      assertThat(Booleans.read(Text.of(other))).as(other).isEqualTo(UNREADABLE);
    }
  }

  @Test
  void flag_may_be_a_boolean_or_a_number() {
    Text scratch = new Text();
    boolean[] none = {};
    long[] values = {1, 0, 2};
    LongColumn booleans =
        new LongColumn(CellKind.BOOLEAN, values, new boolean[] {false, false, true});
    assertThat(Booleans.read(booleans, 0, scratch)).isEqualTo(TRUE);
    assertThat(Booleans.read(booleans, 1, scratch)).isEqualTo(FALSE);
    assertThat(Booleans.read(booleans, 2, scratch)).isEqualTo(BLANK);
    LongColumn numbers = new LongColumn(CellKind.INTEGER, values, none);
    assertThat(Booleans.read(numbers, 0, scratch)).isEqualTo(TRUE);
    assertThat(Booleans.read(numbers, 1, scratch)).isEqualTo(FALSE);
    assertThat(Booleans.read(numbers, 2, scratch)).isEqualTo(UNREADABLE);
    RealColumn reals = new RealColumn(new double[] {1.0, 0.5}, none);
    assertThat(Booleans.read(reals, 0, scratch)).isEqualTo(TRUE);
    assertThat(Booleans.read(reals, 1, scratch)).isEqualTo(UNREADABLE);
  }
}
