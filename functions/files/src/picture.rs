//! Small pictures, as JPEG, of large ones.

use std::io::Cursor;

use domain::media::MediaType;
use fast_image_resize::images::Image;
use fast_image_resize::{PixelType, ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage, RgbaImage};

/// The most pixels of a picture that is looked at: what the cameras of telephones make, and no more than fits into the
/// memory of the function at four bytes each, twice.
const MOST_PIXELS: u64 = 50_000_000;

/// The most that a decoder may take.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

const QUALITY: u8 = 82;

/// How a small picture is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// The whole picture, its longer side so long at most.
    Within(u32),
    /// Its middle, a square of this size.
    Square(u32),
}

/// Why there is no small picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It has more pixels than are looked at.
    TooLarge,
    /// It cannot be decoded.
    Broken,
}

impl Unreadable {
    /// What whoever sent it is told.
    pub const fn reason(self) -> &'static str {
        match self {
            Unreadable::TooLarge => "it has more than 50 million pixels",
            Unreadable::Broken => "it cannot be read as a picture",
        }
    }
}

/// How pictures of this type are encoded; none for what is no picture.
pub(crate) fn format_of(media: MediaType) -> Option<ImageFormat> {
    match media.name {
        "image/png" => Some(ImageFormat::Png),
        "image/jpeg" => Some(ImageFormat::Jpeg),
        "image/gif" => Some(ImageFormat::Gif),
        "image/webp" => Some(ImageFormat::WebP),
        _ => None,
    }
}

/// A small picture of `content` as JPEG, upright, without what the camera noted of place and time.
///
/// # Errors
/// The picture is too large, or cannot be decoded.
pub fn small(content: &[u8], format: ImageFormat, cut: Cut) -> Result<Vec<u8>, Unreadable> {
    let (picture, orientation) = decode(content, format)?;
    let (width, height) = (picture.width(), picture.height());
    let (to_width, to_height) = match cut {
        Cut::Within(most) => within(width, height, most),
        Cut::Square(side) => (side, side),
    };
    let options = match cut {
        Cut::Within(_) => ResizeOptions::new(),
        Cut::Square(_) => ResizeOptions::new().fit_into_destination(None),
    };
    let source = Image::from_vec_u8(width, height, picture.into_raw(), PixelType::U8x4)
        .map_err(|_| Unreadable::Broken)?;
    let mut target = Image::new(to_width, to_height, PixelType::U8x4);
    Resizer::new().resize(&source, &mut target, &options).map_err(|_| Unreadable::Broken)?;
    drop(source);
    let resized = RgbaImage::from_raw(to_width, to_height, target.into_vec()).ok_or(Unreadable::Broken)?;
    let mut upright = DynamicImage::ImageRgb8(on_white(&resized));
    upright.apply_orientation(orientation);
    let mut encoded = Vec::new();
    JpegEncoder::new_with_quality(&mut encoded, QUALITY)
        .encode_image(&upright)
        .map_err(|_| Unreadable::Broken)?;
    Ok(encoded)
}

fn decode(
    content: &[u8],
    format: ImageFormat,
) -> Result<(RgbaImage, image::metadata::Orientation), Unreadable> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_BYTES);
    let mut reader = ImageReader::with_format(Cursor::new(content), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| unreadable(&error))?;
    let (width, height) = decoder.dimensions();
    // Told by its header, before a pixel is decoded: a few bytes may claim to be any number of pixels.
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Unreadable::TooLarge);
    }
    let orientation = decoder.orientation().map_err(|error| unreadable(&error))?;
    let picture = DynamicImage::from_decoder(decoder).map_err(|error| unreadable(&error))?;
    Ok((picture.into_rgba8(), orientation))
}

fn unreadable(error: &image::ImageError) -> Unreadable {
    match error {
        image::ImageError::Limits(_) => Unreadable::TooLarge,
        _ => Unreadable::Broken,
    }
}

/// The sides, at the same ratio, of what fits; a small picture stays as it is.
fn within(width: u32, height: u32, most: u32) -> (u32, u32) {
    let longer = width.max(height);
    if longer <= most {
        return (width, height);
    }
    let scaled = |side: u32| {
        let side = u64::from(side) * u64::from(most) / u64::from(longer);
        u32::try_from(side).unwrap_or(most).max(1)
    };
    (scaled(width), scaled(height))
}

/// JPEG knows no transparency.
fn on_white(picture: &RgbaImage) -> RgbImage {
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [red, green, blue, alpha] = picture.get_pixel(x, y).0.map(u32::from);
        let over = |colour: u32| {
            let mixed = (colour * alpha + 255 * (255 - alpha)) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        image::Rgb([over(red), over(green), over(blue)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let picture = RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8, y as u8, 128]));
        let mut content = Cursor::new(Vec::new());
        DynamicImage::ImageRgb8(picture).write_to(&mut content, format).unwrap();
        content.into_inner()
    }

    fn sides(content: &[u8]) -> (u32, u32) {
        let picture = image::load_from_memory_with_format(content, ImageFormat::Jpeg).unwrap();
        (picture.width(), picture.height())
    }

    #[test]
    fn a_thumbnail_keeps_its_ratio_and_a_small_picture_its_size() {
        for (given, expected) in
            [((1600, 800), (400, 200)), ((300, 900), (133, 400)), ((40, 20), (40, 20)), ((4000, 1), (400, 1))]
        {
            for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::WebP] {
                let content = encoded(given.0, given.1, format);
                let thumbnail = small(&content, format, Cut::Within(400)).unwrap();
                assert_eq!(sides(&thumbnail), expected, "{given:?} {format:?}");
            }
        }
    }

    #[test]
    fn a_picture_of_a_person_is_a_square() {
        for (width, height) in [(1000, 400), (10, 30)] {
            let content = encoded(width, height, ImageFormat::Png);
            let square = small(&content, ImageFormat::Png, Cut::Square(256)).unwrap();
            assert_eq!(sides(&square), (256, 256));
        }
    }

    #[test]
    fn what_is_transparent_becomes_white() {
        let clear = RgbaImage::from_pixel(8, 8, image::Rgba([0, 0, 0, 0]));
        let mut content = Cursor::new(Vec::new());
        clear.write_to(&mut content, ImageFormat::Png).unwrap();
        let thumbnail = small(content.get_ref(), ImageFormat::Png, Cut::Within(400)).unwrap();
        let shown = image::load_from_memory(&thumbnail).unwrap().into_rgb8();
        assert!(shown.pixels().all(|pixel| pixel.0.iter().all(|colour| *colour > 250)));
    }

    /// A PNG of a few bytes whose header says how large it is.
    fn claiming(width: u32, height: u32) -> Vec<u8> {
        let mut content = encoded(1, 1, ImageFormat::Png);
        content[16..20].copy_from_slice(&width.to_be_bytes());
        content[20..24].copy_from_slice(&height.to_be_bytes());
        let crc = crc32(&content[12..29]);
        content[29..33].copy_from_slice(&crc.to_be_bytes());
        content
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
                if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 }
            })
        })
    }

    #[test]
    fn a_few_bytes_that_claim_to_be_a_huge_picture_are_refused() {
        for (width, height) in [(100_000, 100_000), (7_072, 7_072), (u32::MAX >> 1, 1)] {
            let bomb = claiming(width, height);
            assert_eq!(
                small(&bomb, ImageFormat::Png, Cut::Within(400)),
                Err(Unreadable::TooLarge),
                "{width}"
            );
        }
    }

    #[test]
    fn half_a_picture_is_refused() {
        let whole = encoded(200, 200, ImageFormat::Png);
        assert_eq!(
            small(&whole[..whole.len() / 2], ImageFormat::Png, Cut::Within(400)),
            Err(Unreadable::Broken)
        );
        assert_eq!(small(b"", ImageFormat::Jpeg, Cut::Within(400)), Err(Unreadable::Broken));
    }
}
