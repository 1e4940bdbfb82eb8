package org.bihuan.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bihuan.city.Traveller.Trip;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioTest {
    @TempDir
    Path folder;

    @BeforeEach
    void copyTheBuiltInScenario() throws IOException {
        for (String file : List.of("scenario.properties", "origins.csv")) {
            Files.writeString(folder.resolve(file), new DataFolder.BuiltIn("scenarios/anshan-2020").text(file));
        }
    }

    @Test
    void valuesAreLabelledAsDemonstration() {
        assertThat(Scenario.load(folder).label()).contains("演示值");
        assertThat(Scenario.load(folder).labelEnglish()).contains("Demonstration");
    }

    @Test
    void placesRisksAndDatesComeFromTheFolder() throws IOException {
        Files.writeString(folder.resolve("origins.csv"), "origin,risk,weight,from,until\n310100000000,high,1,,\n");
        City city = City.of(Cities.settings(2_000, 7), Scenario.load(folder));
        for (Traveller traveller : Cities.travellers(city)) {
            assertThat(traveller.trips())
                    .filteredOn(trip -> trip.abroad().isEmpty())
                    .extracting(Trip::originRisk, trip -> trip.origin().toString())
                    .allSatisfy(origin ->
                            assertThat(origin.toList().toString()).isEqualTo("[Optional[high], 310100000000]"));
        }
    }

    @Test
    void errorsNameFileFieldValueAndRule() throws IOException {
        replace("travel.secondTrip=0.012", "travel.secondTrip=often");
        assertThatThrownBy(() -> Scenario.load(folder))
                .hasMessage("scenario.properties: travel.secondTrip \"often\" must be a share from 0 to 1");
        replace("travel.secondTrip=often", "");
        assertThatThrownBy(() -> Scenario.load(folder)).hasMessage("scenario.properties: travel.secondTrip is missing");
    }

    @Test
    void originsMustBeKnownPlacesAndRisks() throws IOException {
        Files.writeString(folder.resolve("origins.csv"), "origin,risk,weight,from,until\n210299000000,low,1,,\n");
        assertThatThrownBy(() -> Scenario.load(folder))
                .hasMessage("origins.csv: row 1, origin \"210299000000\" must be a known 12-digit division code");
        Files.writeString(folder.resolve("origins.csv"), "origin,risk,weight,from,until\n210200000000,huge,1,,\n");
        assertThatThrownBy(() -> Scenario.load(folder)).hasMessageContaining("risk \"huge\" must be high, medium");
        Files.writeString(folder.resolve("origins.csv"), "origin,risk,weight,from,until\n210200000000,low,1,soon,\n");
        assertThatThrownBy(() -> Scenario.load(folder)).hasMessageContaining("from \"soon\" must be a date and time");
    }

    @Test
    void namesThatAreNoFolderAreErrors() {
        assertThatThrownBy(() -> Scenario.builtIn("nowhere")).hasMessageContaining("no built-in data file");
        assertThatThrownBy(() -> Scenario.builtIn("../x")).hasMessageContaining("\"../x\" must be a name");
    }

    private void replace(String before, String after) throws IOException {
        Path file = folder.resolve("scenario.properties");
        Files.writeString(file, Files.readString(file).replace(before, after));
    }
}
