package org.bihuan.app.photos;

/** Pictures for others who keep some: drawn anew, so that nothing of what the camera wrote into them is left. */
public final class Pictures {
    private Pictures() {}

    /**
     * The picture as a JPEG and nothing else.
     *
     * @param file at most {@link Photos#LARGEST} bytes
     * @throws PhotoRefused when it is larger, or none that can be drawn
     */
    public static byte[] redrawn(byte[] file) throws PhotoRefused {
        if (file.length > Photos.LARGEST) {
            throw new PhotoRefused("照片超过10MB；请调低分辨率后再传", "the photo has more than 10 MB: choose a lower resolution");
        }
        return Redrawn.of(file);
    }
}
