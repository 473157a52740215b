// Photographs are made smaller on the phone before they are sent. The original stays on the device; it is sent as it is when anything fails.
'use strict';

window.cddPhotos = (() => {
  const [longestSide, enoughBytes, quality] = [2000, 1048576, 0.85];
  const taken = ['image/jpeg', 'image/png'];

  // A picture that the server does not take, such as HEIC or WebP, becomes a JPEG wherever this browser can show it.
  const shrink = async file => {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    if (taken.includes(file.type) && scale === 1 && file.size <= enoughBytes) return file;

    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
    const paper = canvas.getContext('2d');
    paper.fillStyle = '#fff'; // a JPEG shows nothing through
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const small = await new Promise(done => canvas.toBlob(done, 'image/jpeg', quality));
    const isBetter = small && (small.size < file.size || !taken.includes(file.type));
    return isBetter ? new File([small], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg', lastModified: file.lastModified }) : file;
  };

  return { shrink: file => file.type.startsWith('image/') ? shrink(file).catch(() => file) : Promise.resolve(file) };
})();
