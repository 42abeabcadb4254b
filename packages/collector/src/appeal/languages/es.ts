import type { AppealLanguage } from '../appeal-language.ts'

export const es: AppealLanguage = {
  tag: 'es',
  title: ({ names, from, until }) =>
    `Se buscan registros de servidores web, del ${from} al ${until}: ${names}`,
  text: ({
    names,
    collector,
    from,
    until,
    deadline,
    to,
  }) => `${collector} pide ayuda a quienes administran un servidor web. Las máquinas infectadas con ${names} llaman a todas las puertas, y su registro del ${from} al ${until} (UTC) contiene las direcciones de las que llamaron a la suya. Con los registros de muchas personas averiguamos de quién son y avisamos a sus dueños.

Lo que sale de su casa: solo las líneas que produjo una máquina así, y cuántas líneas leyó usted en cada hora. Todo lo demás de su registro se queda con usted. Su programa lo muestra antes de enviar nada. Un registro en el que no hay nada también ayuda.

Responda hasta ${deadline}, a ${to.join(' o ')}.`,
}
