package se.fristad.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvisionTest {
  @Test
  void a_paragraph_prints_as_lawyers_cite_it() {
    assertThat(new Provision(Act.SOL, 19, "1")).hasToString("19 kap. 1 § SoL (2025:400)");
    assertThat(new Provision(Act.OSL, 26, "1").cited()).isEqualTo("26 kap. 1 § OSL (2009:400)");
    assertThat(new Provision(Act.OSL, 10, "18 a").brief()).isEqualTo("10 kap. 18 a § OSL");
    assertThat(new Provision(Act.FL, 0, "44")).hasToString("44 § FL (2017:900)");
    assertThat(new Provision(Act.VIOLENCE_REGULATION, 0, "")).hasToString("HSLF-FS 2022:39");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 1", "1, 0", "1, §", "1, 1a", "1, ''"})
  void what_can_be_no_paragraph_is_refused(int chapter, String paragraph) {
    assertThatThrownBy(() -> new Provision(Act.SOL, chapter, paragraph))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_act_without_chapters_has_none() {
    assertThatThrownBy(() -> new Provision(Act.FL, 1, "44"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
