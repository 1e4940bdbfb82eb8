package org.bihuan.app.photos;

import java.util.List;
import java.util.UUID;

/**
 * What the page of a duty's photos shows.
 *
 * @param title what is to be done
 * @param back where the page was come from
 * @param wrong why a file was not taken, empty when none was refused
 */
public record PhotosView(UUID duty, String title, List<Photo> photos, String back, String wrong) {
    public PhotosView {
        photos = List.copyOf(photos);
    }
}
